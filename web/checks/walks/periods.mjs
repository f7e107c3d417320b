/** Which screens are looked at, by whom. */
export const screens = { everyone: ['periods'], office: ['periods/new'] };

export async function walk() {}
