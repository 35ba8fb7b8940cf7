import type { z } from "zod";
import type { CreateCartSchema } from "@/lib/contracts/cart";
import type { UpdateLineSchema } from "@/lib/contracts/cart-line";
import type { PasteResultSchema } from "@/lib/contracts/cart-paste";
import type { CartProblemDto } from "@/lib/contracts/cart-problem";

export type { CartDto } from "@/lib/contracts/cart";
export type { CartLineDto } from "@/lib/contracts/cart-line";
export type { CartProblemDto } from "@/lib/contracts/cart-problem";
export type { TotalsDto } from "@/lib/contracts/totals";
export type CreateCart = z.infer<typeof CreateCartSchema>;
export type LineChange = z.infer<typeof UpdateLineSchema>;
export type PasteResult = z.infer<typeof PasteResultSchema>;
export type Fix = CartProblemDto["fixes"][number];
