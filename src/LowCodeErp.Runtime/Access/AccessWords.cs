using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;

namespace LowCodeErp.Runtime.Access;

/// <summary>What people call operations, records and ways of seeing a field, wherever rights are told.</summary>
public static class AccessWords
{
    public static LocalizedText Of(AccessOperation operation) => operation switch
    {
        AccessOperation.View => new("查看", "view"),
        AccessOperation.Create => new("新建", "create"),
        AccessOperation.Edit => new("修改", "edit"),
        AccessOperation.Delete => new("删除", "delete"),
        AccessOperation.Import => new("导入", "import"),
        AccessOperation.Export => new("导出", "export"),
        AccessOperation.Print => new("打印", "print"),
        AccessOperation.Share => new("共享", "share"),
        AccessOperation.Design => new("设计", "design"),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, null),
    };

    public static LocalizedText Of(GrantedRows rows) => rows switch
    {
        GrantedRows.All => new("全部", "all"),
        GrantedRows.Own => new("自己负责的", "own"),
        GrantedRows.Department => new("本部门及下级部门的", "own department's"),
        GrantedRows.Shared => new("共享给自己的", "shared"),
        GrantedRows.Condition => new("符合条件的", "matching"),
        _ => throw new ArgumentOutOfRangeException(nameof(rows), rows, null),
    };

    public static LocalizedText Of(FieldAccess access) => access switch
    {
        FieldAccess.Hidden => new("隐藏", "hidden"),
        FieldAccess.Masked => new("脱敏", "masked"),
        FieldAccess.Read => new("只读", "read-only"),
        FieldAccess.Edit => new("可编辑", "editable"),
        _ => throw new ArgumentOutOfRangeException(nameof(access), access, null),
    };
}
