"use client";

import { Failed } from "@/components/shell/failed";

export default function WorkspaceError(props: Parameters<typeof Failed>[0]) {
  return <Failed {...props} />;
}
