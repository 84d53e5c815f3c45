namespace LowCodeErp.UI.Formulas;

/// <summary>What a test may compare with, as it is chosen.</summary>
internal enum OperandKind
{
    /// <summary>A value that is entered.</summary>
    Value,
    Today,
    DaysAgo,
    DaysLater,
    Me,
    MyDepartment,

    /// <summary>Another field of the record.</summary>
    Field,
}
