using LowCodeErp.Data.Model;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Records;

/// <summary>The platform's table of members, as records refer to it.</summary>
internal sealed class MemberColumns(IModel model, ISqlGenerationHelper sql)
{
    private readonly IEntityType _entity = model.FindEntityType(MemberTable.Name)!;

    public string QuotedTable => sql.DelimitIdentifier(MemberTable.Name);

    public StoreColumn Id => Find(MemberTable.Id);

    public StoreColumn UserName => Find(MemberTable.UserName);

    public StoreColumn DisplayName => Find(MemberTable.DisplayName);

    public string ActiveCondition
        => $"{sql.DelimitIdentifier(MemberTable.IsActive)} = {Find(MemberTable.IsActive).Mapping.GenerateSqlLiteral(true)}";

    private StoreColumn Find(string name) => new(name, sql.DelimitIdentifier(name), _entity.FindProperty(name)!.GetRelationalTypeMapping());
}
