namespace LowCodeErp.Runtime.Indexes;

/// <param name="RecordCount">About how many records the form has.</param>
public sealed record ListAdvice(IndexAdvice Advice, int RecordCount);
