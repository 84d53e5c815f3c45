using System.CommandLine;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Indexes;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Web.Commands;

/// <summary><c>index …</c>: the indexes that were added to forms for their lists.</summary>
internal static class IndexCommand
{
    public static Command Create() => new("index", new LocalizedText("表单的索引：查看、添加、删除。", "Indexes of forms: list, add, remove.").ToString())
    {
        CreateList(), CreateAdd(), CreateRemove(),
    };

    private static Command CreateList()
    {
        var database = DatabaseOption.Create();
        var command = new Command("list", new LocalizedText("列出添加的索引：名称、表单、字段。", "Lists the added indexes: name, form, fields.").ToString()) { database };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(database), session => ListAsync(session, cancellationToken), cancellationToken));
        return command;
    }

    private static Command CreateAdd()
    {
        var form = new Argument<string>("form") { Description = new LocalizedText("表单标识。", "Key of the form.").ToString() };
        var fields = new Argument<string[]>("field")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = new LocalizedText("字段标识，按先后顺序：先是筛选的，后是排序的。", "Keys of the fields in their order: those filtered by, then those sorted by.").ToString(),
        };
        var database = DatabaseOption.Create();
        var command = new Command("add", new LocalizedText("为字段建立索引；在 PostgreSQL 上不妨碍别人保存。", "Makes an index of fields; on PostgreSQL without keeping others from saving.").ToString()) { form, fields, database };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(database), session => AddAsync(session, parsed.GetRequiredValue(form), parsed.GetRequiredValue(fields), cancellationToken), cancellationToken));
        return command;
    }

    private static Command CreateRemove()
    {
        var name = new Argument<string>("name") { Description = new LocalizedText("索引名称，见 index list。", "Name of the index, see index list.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("remove", new LocalizedText("删除添加的索引；数据不受影响。", "Removes an added index; the records stay as they are.").ToString()) { name, database };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(database),
            async session => Report(await session.Get<IFormIndexes>().RemoveAsync(parsed.GetRequiredValue(name), Actor.System, cancellationToken), new("已删除。", "Removed.")),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string database, Func<CommandSession, Task<int>> run, CancellationToken cancellationToken)
    {
        await using var session = await CommandSession.OpenAsync(database, cancellationToken);
        return session is null ? ExitCode.Refused : await run(session);
    }

    private static async Task<int> ListAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var indexes = await session.Get<IFormIndexes>().ListAsync(cancellationToken);
        foreach (var index in indexes)
        {
            var state = index.IsUsable ? "" : $"\t{new LocalizedText("没有建完", "not made to the end")}";
            Console.WriteLine($"{index.Name}\t{index.Form.Key}\t{string.Join(' ', index.Fields.Select(field => field.Key))}{state}");
        }

        if (indexes.Count == 0)
        {
            CommandSession.Say(new("没有添加的索引。", "No indexes were added."));
        }

        return ExitCode.Done;
    }

    private static async Task<int> AddAsync(CommandSession session, string formKey, string[] fieldKeys, CancellationToken cancellationToken)
    {
        if (session.FindForm(formKey) is not { } form)
        {
            return ExitCode.Refused;
        }

        if (fieldKeys.FirstOrDefault(key => form.Find(key) is null) is { } unknown)
        {
            CommandSession.Error(CommandSession.Unknown(new("字段", "field"), unknown, form.ReadableFields.Select(field => field.Key)));
            return ExitCode.Refused;
        }

        IReadOnlyList<FieldModel> fields = [.. fieldKeys.Select(key => form[key])];
        return Report(await session.Get<IFormIndexes>().AddAsync(form, fields, Actor.System, cancellationToken), new("索引已建立。", "The index is there."));
    }

    private static int Report(IReadOnlyList<Diagnostic> refusals, LocalizedText done)
    {
        if (refusals.Count > 0)
        {
            CommandSession.Report(refusals);
            return ExitCode.Refused;
        }

        CommandSession.Say(done);
        return ExitCode.Done;
    }
}
