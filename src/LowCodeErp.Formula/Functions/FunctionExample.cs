namespace LowCodeErp.Formula.Functions;

/// <summary>An example for the reference; the tests run it, so it is always right. <c>blank</c> stands for no value.</summary>
public sealed record FunctionExample(string Formula, string Gives);
