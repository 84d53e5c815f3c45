namespace LowCodeErp.Portal.Flows;

/// <summary>A member whom an operation is about.</summary>
public sealed record FlowPerson(long Id, string Name);
