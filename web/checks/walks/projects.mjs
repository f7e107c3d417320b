/** Which screens are looked at, by whom. */
export const screens = { everyone: ['projects', 'projects/totals'], office: ['projects/criteria'] };

export async function walk() {}
