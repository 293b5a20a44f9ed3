/** To nine decimals: what a threshold or a tie is compared on, so that the last digit of a sum decides nothing. */
export function steady(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
