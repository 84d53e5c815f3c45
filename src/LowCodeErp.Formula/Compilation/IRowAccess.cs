using System.Linq.Expressions;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// How a field is read in an expression tree: from a row in memory here, from a query in the data layer.
/// The rest of the tree is the same for both.
/// </summary>
public interface IRowAccess
{
    /// <summary>The type of the parameter that stands for a row.</summary>
    Type RowType { get; }

    Expression Read(Expression row, FieldPath path, FormulaType type);
}
