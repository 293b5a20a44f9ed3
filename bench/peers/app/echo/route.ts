export async function PUT(request: Request) {
  return Response.json(await request.json());
}
