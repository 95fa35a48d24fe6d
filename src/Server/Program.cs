using Approvals.Server;

var app = ServerHost.Build(new ServerOptions(Path.GetFullPath(".data"), ["http://127.0.0.1:5080"]));
await app.RunAsync();
