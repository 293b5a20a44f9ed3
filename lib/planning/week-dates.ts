import { addDays } from "../time/days";

type Start = { start: string };

/** The first day of a week of the plan, in UTC; weeks count from 1. */
export function firstDay({ start }: Start, week: number): Date {
  return addDays(new Date(`${start}T00:00:00Z`), (week - 1) * 7);
}

/** The last day of a week of the plan: six days after its first. */
export function lastDay(plan: Start, week: number): Date {
  return addDays(firstDay(plan, week), 6);
}

/** The Monday after a day, ISO 8601: when a plan made on that day may begin. */
export function nextMonday(day: Date): string {
  const days = (8 - day.getUTCDay()) % 7 || 7;
  return addDays(day, days).toISOString().slice(0, 10);
}
