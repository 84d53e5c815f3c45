namespace LowCodeErp.Runtime.Layout;

/// <summary>How much of a row of a record page a field takes; on a phone always all of it.</summary>
public enum FieldWidth
{
    /// <summary>As the field's type asks for: one column, the whole row for long texts and lines.</summary>
    Usual,

    /// <summary>One column.</summary>
    Column,

    /// <summary>The whole row.</summary>
    Row,
}
