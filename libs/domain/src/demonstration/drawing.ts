import type { RandomSource } from '../matching/random';

const SIZE = 640;
const PAPERS = ['#fdf3d8', '#e3f1e7', '#e4ecf7', '#f7e6ec'] as const;
const SKINS = ['#f2d3b8', '#d9a77d', '#a8714b', '#8a5a3c'] as const;
const HAIRS = ['#2f2420', '#3f2a1d', '#c98f3c', '#a2462c'] as const;
const CLOTHES = ['#1d70b8', '#b5485d', '#4b7f52', '#6f5b9c', '#d07c2f'] as const;

/** A figure as a child would draw it, in the middle of `x`: nobody's face. */
function figure(x: number, random: RandomSource): string {
  const [skin, hair, clothes] = [random.pick(SKINS), random.pick(HAIRS), random.pick(CLOTHES)];
  const long = random.chance(0.5) ? `<rect x="${x - 92}" y="230" width="184" height="130" rx="40" fill="${hair}"/>` : '';
  return `${long}<ellipse cx="${x}" cy="540" rx="120" ry="215" fill="${clothes}"/><circle cx="${x}" cy="250" r="88" fill="${skin}"/>
    <path d="M${x - 90} 240 A90 90 0 0 1 ${x + 90} 240 Q${x} 175 ${x - 90} 240 Z" fill="${hair}"/><circle cx="${x - 30}" cy="250" r="9" fill="#222"/><circle cx="${x + 30}" cy="250" r="9" fill="#222"/>
    <path d="M${x - 34} 288 Q${x} 318 ${x + 34} 288" fill="none" stroke="#222" stroke-width="7" stroke-linecap="round"/>`;
}

/** SVG of a drawing that stands for a photo: one figure, or two side by side. */
export function drawing(people: 1 | 2, random: RandomSource): string {
  const figures = people === 1 ? [SIZE / 2] : [SIZE / 2 - 130, SIZE / 2 + 130];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}"><rect width="${SIZE}" height="${SIZE}" fill="${random.pick(PAPERS)}"/>
    <circle cx="560" cy="80" r="46" fill="#f2c94c"/>${figures.map((x) => figure(x, random)).join('')}</svg>`;
}
