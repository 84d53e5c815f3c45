namespace LowCodeErp.Runtime.Importing;

public sealed record ImportProgress(int Rows, int Errors);
