using Approvals.Server.Cli;

return await CommandLine.RunAsync(args);
