using System.Linq.Expressions;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Queries;

/// <summary>A record within a query, from which fields are read.</summary>
internal interface IRecordPlace
{
    FormModel Form { get; }

    Expression Id { get; }

    /// <summary>The last field, behind the references before it.</summary>
    Expression Column(IReadOnlyList<FieldModel> path);
}
