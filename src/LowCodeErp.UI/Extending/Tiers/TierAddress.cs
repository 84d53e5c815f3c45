namespace LowCodeErp.UI.Extending.Tiers;

/// <summary>Where the pages of tier models are.</summary>
public static class TierAddress
{
    /// <summary>The newest run of a model, and why a record has its tier there.</summary>
    public static string OfModel(string model, long? recordId = null) => recordId is { } id ? FormattableString.Invariant($"tiering/{model}?record={id}") : $"tiering/{model}";

    /// <summary>A run, and why a record got its tier there.</summary>
    public static string OfRun(string model, long runId, long recordId) => FormattableString.Invariant($"tiering/{model}?run={runId}&record={recordId}");
}
