using System.CommandLine;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Web.Commands.Flows;

/// <summary><c>flow</c>: checks flows.</summary>
internal static class FlowCommand
{
    public static Command Create()
    {
        var command = new Command("flow", new LocalizedText("检查审批流程。", "Checks flows.").ToString());
        command.Subcommands.Add(FlowCheckCommand.Create());
        return command;
    }
}
