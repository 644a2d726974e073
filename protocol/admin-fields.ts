/** What the operator's calls share. */
import { z } from 'zod';
import { ObjectId, WholeNumber } from './fields.ts';

/** What may hold a name goes in a body: a URL is written down in too many places. */
export const Search = z.string().trim().max(64);
export const Limit = WholeNumber.pipe(z.int().min(1).max(200)).default(50);
export const PageSize = z.int().min(1).max(200).default(50);
export const byId = z.strictObject({ id: ObjectId });
export const byCode = z.strictObject({ code: z.string() });
/** A page of a list, and where the next one begins. */
export const list = <Item extends z.ZodType, Name extends string>(name: Name, item: Item) =>
  z.object({ [name]: z.array(item), next_cursor: z.string().nullable() } as {
    [key in Name]: z.ZodArray<Item>;
  } & { next_cursor: z.ZodNullable<z.ZodString> });
