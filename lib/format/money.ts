/** `USD 180,000`, in whole units of the currency. */
export function formatMoney(amount: number, currency: string): string {
  return `${currency} ${Math.round(amount).toLocaleString("en-US")}`;
}

/** `USD 150,000–220,000` */
export function formatMoneyRange(low: number, high: number, currency: string): string {
  return `${formatMoney(low, currency)}–${Math.round(high).toLocaleString("en-US")}`;
}
