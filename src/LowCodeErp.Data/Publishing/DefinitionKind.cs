namespace LowCodeErp.Data.Publishing;

/// <summary>The kinds of definitions in <c>sys_definition</c>.</summary>
public static class DefinitionKind
{
    public const string App = "app";

    public const string Form = "form";

    public const string TierModel = "tier-model";

    public const string Role = "role";

    public const string Flow = "flow";
}
