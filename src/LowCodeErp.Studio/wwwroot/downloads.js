// Offers what the server has sent as a file to save.
export async function save(name, type, stream) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export function print() {
  window.print();
}
