using LowCodeErp.Core.Naming;

namespace LowCodeErp.Formula.Binding;

/// <summary>
/// The fields that a formula may read: those of a form, a sub-table or a related form.
/// <example>An order has the fields 编号 (text), 客户 (reference to the customer schema), 明细 (table of the line schema).</example>
/// </summary>
public interface IFormulaSchema
{
    string Key { get; }

    /// <summary>How people call the form.</summary>
    LocalizedText Label { get; }

    /// <summary>Changes whenever a field is added, renamed or retyped; compiled formulas are cached by it.</summary>
    long Version { get; }

    IReadOnlyList<FormulaField> Fields { get; }
}
