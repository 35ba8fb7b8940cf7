import { buildCatalogIndex } from "@/lib/domain/catalog/catalog-index";
import { benchProduct } from "@/e2e/bench/bench-products";
const n = +(process.argv[2] ?? 100000);
function* gen(){ for (let i=0;i<n;i++) yield benchProduct(i); }
console.log("json bytes/product", JSON.stringify(benchProduct(7)).length);
let t=performance.now(); for (const p of gen()) void p; console.log("gen", performance.now()-t);
t=performance.now();
const index = buildCatalogIndex(gen());
console.log("build ms", performance.now()-t);
(globalThis as any).gc?.();
console.log(process.memoryUsage());
const qs: any = {
  none: {page:1,pageSize:50},
  vendor: {filters:{vendor:["ibm"]},page:1,pageSize:50},
  multi: {filters:{vendor:["cloudblue"],category:["Security","Analytics"],billing:["P1M"],currency:["EUR"]},page:1,pageSize:50,sort:{by:"price",descending:true}},
  text: {text:"backup enterprise",page:1,pageSize:50},
  broad: {text:"demo",page:1,pageSize:50},
  typo: {text:"bakcup enterprse",page:1,pageSize:50},
  mpn: {text:"demogen0000ab1",page:1,pageSize:50},
  frag: {text:"00ab1",page:1,pageSize:50},
  some: {text:"backup zzzzzz",page:1,pageSize:50},
  range: {priceMin:"10",priceMax:"40",sort:{by:"margin",descending:true},page:1,pageSize:50, filters:{costKnown:["true"]}},
  deep: {page:500,pageSize:50,sort:{by:"updated",descending:true}},
};
for (const [k,q] of Object.entries(qs)) {
  const times:number[]=[]; let a:any;
  const t0=performance.now(); a=index.query(q as any); const first=performance.now()-t0;
  for (let i=0;i<30;i++){const t=performance.now(); a=index.query(q as any); times.push(performance.now()-t);}
  times.sort((x,y)=>x-y);
  console.log(k, "total",a.total,"first",first.toFixed(1),"p50",times[15]!.toFixed(2),"p95",times[28]!.toFixed(2), a.match, index.listRow(a.rows[0]??0).name, index.listRow(a.rows[0]??0).partNumber);
}
