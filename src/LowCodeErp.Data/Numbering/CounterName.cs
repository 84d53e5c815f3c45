namespace LowCodeErp.Data.Numbering;

/// <param name="Period">Within which the numbers run on; empty when they never restart.</param>
public sealed record CounterName(string Form, string Field, string Period);
