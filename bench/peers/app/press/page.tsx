"use client";

import { useEffect, useState } from "react";

/** The least that a pressed key can lead to: one request, and the word. */
export default function Page() {
  const [status, setStatus] = useState("Saved as you go");
  useEffect(() => {
    async function press({ key }: KeyboardEvent) {
      setStatus("Saving…");
      await fetch("/echo", { method: "PUT", body: JSON.stringify({ level: Number(key) }) });
      setStatus("Saved");
    }
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return <p>{status}</p>;
}
