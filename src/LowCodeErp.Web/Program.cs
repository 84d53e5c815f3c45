using LowCodeErp.Web.Commands;

return await CommandLine.RunAsync(args);
