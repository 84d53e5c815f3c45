namespace LowCodeErp.Formula.Binding;

/// <summary>How far a value may go, from free to strict. A result is as strict as the strictest of what it may read.</summary>
public enum Sensitivity
{
    None,

    /// <summary>For members only: not in public forms, shared links and messages to outsiders.</summary>
    Internal,

    /// <summary>For those only who may read the field itself.</summary>
    Sensitive,
}
