"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { BOUNDS } from "@/lib/bounds/bounds";
import { TOO_LARGE, type UploadKind } from "@/lib/import/upload";

type UploadFormProps = {
  id: string;
  kind: UploadKind;
  label: string;
  hint: string;
  accept: string;
  multiple?: boolean;
  /** The route that takes it. */
  action: string;
};

/** Sends files to be looked at; nothing is imported yet. */
export function UploadForm({ id, kind, label, hint, accept, multiple = false, action }: UploadFormProps) {
  const [tooLarge, setTooLarge] = useState(false);
  return (
    <form
      action={action}
      method="post"
      encType="multipart/form-data"
      className="flex flex-col items-start gap-4"
    >
      <input type="hidden" name="kind" value={kind} />
      <div role={tooLarge ? "alert" : undefined} className="w-full max-w-xl">
        <TextField
          id={id}
          name="files"
          type="file"
          required
          label={label}
          hint={hint}
          accept={accept}
          multiple={multiple}
          error={tooLarge ? TOO_LARGE : undefined}
          onChange={({ currentTarget: { files } }) => {
            const bytes = [...(files ?? [])].reduce((sum, { size }) => sum + size, 0);
            setTooLarge(bytes > BOUNDS.uploadBytes);
          }}
        />
      </div>
      <Button type="submit" variant="secondary" disabled={tooLarge}>
        Look at it first
      </Button>
    </form>
  );
}
