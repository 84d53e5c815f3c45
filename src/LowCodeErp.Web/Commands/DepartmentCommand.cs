using System.CommandLine;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Web.Commands;

/// <summary><c>department</c>: the tree of departments. They are named by code, by path (总公司/销售部) or, where only one is called so, by name.</summary>
internal static class DepartmentCommand
{
    public static Command Create() => new("department", new LocalizedText("部门：公司的组织结构。", "Departments: the structure of the company.").ToString())
    {
        CreateList(), CreateAdd(), CreateMove(), CreateRename(), CreateClose(), CreateImport(), DepartmentMembersCommand.Create(),
    };

    private static Command CreateList()
    {
        var database = DatabaseOption.Create();
        var command = new Command("list", new LocalizedText("列出所有部门。", "Lists all departments.").ToString()) { database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            return session is null ? ExitCode.Refused : List(await session.Get<IDepartments>().ReadAsync(cancellationToken));
        });
        return command;
    }

    private static Command CreateAdd()
    {
        var name = new Argument<string>("name") { Description = new LocalizedText("名称。", "Its name.").ToString() };
        var parent = CreateParent();
        var code = CreateCode();
        return CreateChange("add", new("添加部门。", "Adds a department."), new("已添加。", "Added."), [name, parent, code], (parsed, tree, diagnostics) =>
            TryFind(tree, parsed.GetValue(parent), diagnostics, out var above)
                ? tree.Add(parsed.GetRequiredValue(name), above, parsed.GetValue(code), diagnostics)
                : null);
    }

    private static Command CreateMove()
    {
        var department = CreateDepartment();
        var parent = CreateParent();
        return CreateChange("move", new("把部门连同下级移到别处；不写 --under 则移到最上级。", "Moves a department with all below it; to the top without --under."), new("已移动。", "Moved."), [department, parent], (parsed, tree, diagnostics) =>
            tree.Find(parsed.GetRequiredValue(department), "department", diagnostics) is { } moved && TryFind(tree, parsed.GetValue(parent), diagnostics, out var above)
                ? tree.Move(moved, above, diagnostics)
                : null);
    }

    private static Command CreateRename()
    {
        var department = CreateDepartment();
        var name = new Argument<string>("name") { Description = new LocalizedText("新名称。", "Its new name.").ToString() };
        var code = CreateCode();
        return CreateChange("rename", new("修改部门的名称或编码。", "Changes the name or code of a department."), new("已修改。", "Changed."), [department, name, code], (parsed, tree, diagnostics) =>
            tree.Find(parsed.GetRequiredValue(department), "department", diagnostics) is { } renamed
                ? tree.Rename(renamed, parsed.GetRequiredValue(name), parsed.GetValue(code) ?? renamed.Code, diagnostics)
                : null);
    }

    private static Command CreateClose()
    {
        var department = CreateDepartment();
        return CreateChange("close", new("停用部门：数据中仍显示，但不能再选。", "Closes a department: records still show it, but it cannot be chosen any more."), new("已停用。", "Closed."), [department], (parsed, tree, diagnostics) =>
            tree.Find(parsed.GetRequiredValue(department), "department", diagnostics) is { } closed ? tree.Close(closed, diagnostics) : null);
    }

    private static Command CreateImport()
    {
        var file = new Argument<string>("file") { Description = new LocalizedText("列为部门（完整路径，如 总公司/销售部）和编码的 .csv 或 .xlsx。", "A .csv or .xlsx with the columns department (its path, such as Head office/Sales) and code.").ToString() };
        return CreateChange("import", new("从文件导入部门，缺少的上级自动添加；有一处错误则全部不导入。", "Imports departments and those above them that are missing: all, or none if one is wrong."), new("已导入。", "Imported."), [file], (parsed, tree, diagnostics) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                diagnostics.Add(DepartmentDiagnostics.NoFile(path));
                return null;
            }

            using var stream = File.OpenRead(path);
            return DepartmentFile.Import(tree, stream, Path.GetFileName(path), diagnostics);
        });
    }

    private static Argument<string> CreateDepartment() => new("department") { Description = new LocalizedText("部门的编码、完整路径或名称。", "The code, path or name of a department.").ToString() };

    private static Option<string?> CreateParent() => new("--under") { Description = new LocalizedText("上级部门。", "The department above it.").ToString() };

    private static Option<string?> CreateCode() => new("--code") { Description = new LocalizedText("编码。", "Its code.").ToString() };

    private static Command CreateChange(
        string name, LocalizedText description, LocalizedText done, IEnumerable<Symbol> parts, Func<ParseResult, DepartmentTree, DiagnosticBag, DepartmentTree?> change)
    {
        var database = DatabaseOption.Create();
        var command = new Command(name, description.ToString());
        foreach (var part in parts.Append(database))
        {
            switch (part)
            {
                case Argument argument:
                    command.Arguments.Add(argument);
                    break;
                case Option option:
                    command.Options.Add(option);
                    break;
            }
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CommandSession.OpenOrCreateAsync(parsed.GetRequiredValue(database), cancellationToken);
            if (session is null)
            {
                return ExitCode.Refused;
            }

            var diagnostics = new DiagnosticBag();
            if (await session.Get<IDepartments>().ChangeAsync(tree => change(parsed, tree, diagnostics), Actor.System, cancellationToken) is null)
            {
                CommandSession.Report(diagnostics.Items);
                return ExitCode.Refused;
            }

            CommandSession.Say(done);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Null names the top.</summary>
    private static bool TryFind(DepartmentTree tree, string? name, DiagnosticBag diagnostics, out Department? found)
    {
        found = name is null ? null : tree.Find(name, "--under", diagnostics);
        return name is null || found is not null;
    }

    private static int List(DepartmentTree tree)
    {
        foreach (var department in tree.InOrder)
        {
            var state = department.IsActive ? "" : new LocalizedText("已停用", "closed").ToString();
            Console.WriteLine(string.Join('\t', tree.PathOf(department), department.Code ?? "", state).TrimEnd('\t'));
        }

        return ExitCode.Done;
    }
}
