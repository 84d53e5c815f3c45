namespace LowCodeErp.Formula.Binding;

/// <summary>Where a formula runs decides what it may use.</summary>
public enum FormulaContext
{
    /// <summary>Over one record in memory: everything is allowed.</summary>
    Row,

    /// <summary>Over many records in the database: only what every database can do; the rest is refused by name.</summary>
    Set,

    /// <summary>Without a record: no fields.</summary>
    Constant,
}
