using System.Linq.Expressions;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>Notes which field is read; <see cref="FormulaRewriter"/> finds the column.</summary>
internal sealed class SqlRowAccess : IRowAccess
{
    public static SqlRowAccess Instance { get; } = new();

    public Type RowType => typeof(FormulaRecord);

    public Expression Read(Expression row, FieldPath path, FormulaType type)
    {
        var clrType = type.Kind == FormulaTypeKind.Rows ? typeof(IReadOnlyList<FormulaRecord>) : type.ClrType;
        return Expression.Call(typeof(FormulaSql), nameof(FormulaSql.Read), [clrType], row, Expression.Constant(path));
    }
}
