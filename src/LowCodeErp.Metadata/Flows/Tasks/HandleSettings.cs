namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>办理: a step at which people do something and say that it is done (rule 9).</summary>
public sealed record HandleSettings : TaskSettings;
