// Reads documents as lines of JSON on standard input; prints how many dates chrono-node found, and the seconds it took.
import { createInterface } from "node:readline";
import * as chrono from "chrono-node";

const documents = [];
for await (const line of createInterface({ input: process.stdin })) documents.push(JSON.parse(line));

chrono.parse("on March 5, 1987");
const begin = process.hrtime.bigint();
let found = 0;
for (const { text, published } of documents) found += chrono.parse(text, new Date(published)).length;
console.log(JSON.stringify({ found, seconds: Number(process.hrtime.bigint() - begin) / 1e9 }));
