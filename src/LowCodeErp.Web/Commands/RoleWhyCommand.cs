using System.CommandLine;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access.Explaining;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Web.Commands;

/// <summary><c>role why</c>: whether a member may do something, and which grant decides.</summary>
internal static class RoleWhyCommand
{
    public static Command Create()
    {
        var member = new Argument<string>("member") { Description = new LocalizedText("成员的登录名。", "The user name of a member.").ToString() };
        var form = new Argument<string>("form") { Description = new LocalizedText("表单的标识。", "The key of a form.").ToString() };
        var record = new Argument<long?>("record") { Description = new LocalizedText("数据的编号；不写则概括地回答。", "The id of a record; in general without it.").ToString(), Arity = ArgumentArity.ZeroOrOne };
        var field = new Option<string?>("--field") { Description = new LocalizedText("字段的标识；子表单的列写成 子表单.列。", "The key of a field; a column of a sub-table is sub-table.column.").ToString() };
        var operation = new Option<AccessOperation>("--operation") { Description = new LocalizedText("操作；不写则为查看。", "The operation; viewing without it.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("why", new LocalizedText("说明成员能不能做某件事，由哪条授权决定。", "Explains whether a member may do something, and which grant decides.").ToString()) { member, form, record, field, operation, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            return session is not null && await RoleCommand.FindMemberAsync(session, parsed.GetRequiredValue(member)) is { } id
                && session.FindForm(parsed.GetRequiredValue(form)) is { } found && TryFind(found, parsed.GetValue(field), out var asked) && IsAsked(parsed.GetValue(operation), asked)
                ? await ExplainAsync(session, new(id, found, parsed.GetValue(record), asked, parsed.GetValue(operation)), cancellationToken)
                : ExitCode.Refused;
        });
        return command;
    }

    /// <summary>False, with the known fields on the console, when there is none of this key.</summary>
    private static bool TryFind(FormModel form, string? key, out FieldModel? field)
    {
        field = key?.Split('.', 2) switch
        {
            null => null,
            [var subTable, var column] => form.Find(subTable)?.Lines?.Find(column),
            _ => form.Find(key),
        };
        if (field is null && key is not null)
        {
            CommandSession.Error(CommandSession.Unknown(new("字段", "field"), key, form.Fields.Select(known => known.Key)));
        }

        return field is not null || key is null;
    }

    private static bool IsAsked(AccessOperation operation, FieldModel? field)
    {
        var isAsked = field is null || AccessQuestion.OfFields.Contains(operation);
        if (!isAsked)
        {
            CommandSession.Error(new("指定字段时，操作只能是 view、create 或 edit。", "Of a field one can ask about view, create and edit alone."));
        }

        return isAsked;
    }

    private static async Task<int> ExplainAsync(CommandSession session, AccessQuestion question, CancellationToken cancellationToken)
    {
        if (question.Form.Parent is { } subTable)
        {
            CommandSession.Error(new($"子表单随所属表单授权，请用表单“{subTable.Form.Key}”。", $"A sub-table goes by the rights of its form; ask about form \"{subTable.Form.Key}\"."));
            return ExitCode.Refused;
        }

        switch (await session.Get<IAccessExplanations>().ExplainAsync(question, Actor.System, cancellationToken))
        {
            case AccessReply.Told { Explanation: var explanation }:
                Say(explanation, new(session.Get<IOrganisation>().Current, session.Get<IWorkspace>().TimeZone));
                return ExitCode.Done;
            case AccessReply.Refused { Problem: var problem }:
                CommandSession.Report([problem]);
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("There is no such reply.");
        }
    }

    /// <summary>The answer in a line, then a line a reason; those that decide are marked.</summary>
    private static void Say(AccessExplanation explanation, ExplanationSentences sentences)
    {
        CommandSession.Say(sentences.Verdict(explanation));
        foreach (var reason in explanation.Reasons)
        {
            Console.WriteLine($"{(reason is AccessReason.Granted { Decides: true } ? "*" : "-")} {ExplanationSentences.Of(reason)}{(sentences.Got(reason) is { } got ? $" [{got}]" : "")}");
        }
    }
}
