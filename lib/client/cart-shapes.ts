import type { z } from "zod";
import type { CartProblemDto, CreateCartSchema, PasteResultSchema, UpdateLineSchema } from "@/lib/contracts/cart";

export type { CartDto, CartLineDto, CartProblemDto, TotalsDto } from "@/lib/contracts/cart";
export type CreateCart = z.infer<typeof CreateCartSchema>;
export type LineChange = z.infer<typeof UpdateLineSchema>;
export type PasteResult = z.infer<typeof PasteResultSchema>;
export type Fix = CartProblemDto["fixes"][number];
