using System.CommandLine;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Web.Commands.Flows;

/// <summary><c>flow</c>: checks flows, and tries them without storing anything.</summary>
internal static class FlowCommand
{
    public static Command Create()
    {
        var command = new Command("flow", new LocalizedText("检查和试运行审批流程。", "Checks and tries flows.").ToString());
        command.Subcommands.Add(FlowCheckCommand.Create());
        command.Subcommands.Add(FlowSimulateCommand.Create());
        command.Subcommands.Add(FlowRunCommand.Create());
        return command;
    }
}
