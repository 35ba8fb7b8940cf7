import { formRefusal } from "@/components/quotes/form-refusal";
import { Notice } from "@/components/ui/notice";

/** Why a save was refused. */
export function SettingProblems({ error }: { error: unknown }) {
  if (!error) return null;
  const { message, errors } = formRefusal(error, "The settings could not be saved.");
  return (
    <Notice tone="loss" role="alert" title={message}>
      {errors.map((one) => (
        <p key={`${one.path} ${one.message}`}>{one.message}</p>
      ))}
    </Notice>
  );
}
