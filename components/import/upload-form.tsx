"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { BOUNDS } from "@/lib/bounds/bounds";
import { TOO_LARGE } from "@/lib/import/upload";

export type UploadFormState = { error: string | null };

type UploadFormProps = {
  id: string;
  label: string;
  hint: string;
  accept: string;
  multiple?: boolean;
  action: (before: UploadFormState, form: FormData) => Promise<UploadFormState>;
};

/** Sends files to be looked at; nothing is imported yet. */
export function UploadForm({ id, label, hint, accept, multiple = false, action }: UploadFormProps) {
  const [state, send, pending] = useActionState(action, { error: null });
  const [tooLarge, setTooLarge] = useState(false);
  const error = tooLarge ? TOO_LARGE : state.error;
  return (
    <form action={send} className="flex flex-col items-start gap-4">
      <div role={error ? "alert" : undefined} className="w-full max-w-xl">
        <TextField
          id={id}
          name="files"
          type="file"
          label={label}
          hint={hint}
          accept={accept}
          multiple={multiple}
          error={error ?? undefined}
          onChange={({ currentTarget: { files } }) => {
            const bytes = [...(files ?? [])].reduce((sum, { size }) => sum + size, 0);
            setTooLarge(bytes > BOUNDS.uploadBytes);
          }}
        />
      </div>
      <Button type="submit" variant="secondary" disabled={pending || tooLarge}>
        Look at it first
      </Button>
    </form>
  );
}
