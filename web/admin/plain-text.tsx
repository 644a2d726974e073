/** What a person wrote, as it is: no marks, no links, each line where it was. */
export function PlainText({ text, className }: { text: string; className?: string }) {
  return (
    <p dir="auto" className={`whitespace-pre-wrap wrap-anywhere ${className ?? ''}`}>
      {text}
    </p>
  );
}
