using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Approvals.Server.Tests.Cli;

[Collection(OneCase.Name)]
public sealed class ServeTests(OneCaseFolder folder)
{
    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused_and_the_clock_moves_the_first()
    {
        var data = folder.Copy();
        await using var server = await RunningServer.StartAsync(data, "--clock", "manual");

        var second = await Shell.RunAsync("serve", "--data", data, "--urls", "http://127.0.0.1:0");
        second.ShouldFail(1, $"Another process is writing to {data}.");

        var moved = (await Shell.RunAsync("clock", "advance", "3d", "--data", data)).ShouldSucceed();
        var first = DateTimeOffset.Parse(moved.Output, CultureInfo.InvariantCulture);
        var again = (await Shell.RunAsync("clock", "advance", "PT90M", "--data", data, "--json")).ShouldSucceed();
        again.Json.GetProperty("now").GetDateTimeOffset().ShouldBe(first.AddMinutes(90));
        (await Shell.RunAsync("verify", "--data", data)).ShouldSucceed();
        (await server.StopAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("ftp://localhost:5080")]
    [InlineData("http://localhost:99999")]
    [InlineData("http://localhost:5080;nonsense")]
    public async Task An_address_that_is_none_is_named(string urls) =>
        (await Shell.RunAsync("serve", "--data", folder.NewPath("data"), "--urls", urls)).ShouldFail(
            2,
            "is no address to listen on"
        );

    [Fact]
    public async Task A_manual_clock_listens_on_this_machine_only() =>
        (
            await Shell.RunAsync(
                "serve",
                "--data",
                folder.NewPath("data"),
                "--urls",
                "http://0.0.0.0:5081",
                "--clock",
                "manual"
            )
        ).ShouldFail(2, "listen on localhost only");

    [Fact]
    public async Task An_address_that_is_taken_is_said()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        (await Shell.RunAsync("serve", "--data", folder.Copy(), "--urls", url)).ShouldFail(
            1,
            "The server can't listen"
        );
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_said()
    {
        var file = folder.NewPath("file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        (await Shell.RunAsync("serve", "--data", file, "--urls", "http://127.0.0.1:0")).ShouldFail(1, file);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("3")]
    [InlineData("-3d")]
    [InlineData("P")]
    [InlineData("-P1D")]
    [InlineData("999999d")]
    [InlineData("P99999999Y")]
    public async Task A_span_that_is_none_is_named(string span) =>
        (await Shell.RunAsync("clock", "advance", "--data", folder.NewPath("data"), "--", span)).ShouldFail(
            2,
            $"'{span}' is no span of time"
        );

    [Fact]
    public async Task A_clock_without_its_server_is_said()
    {
        var none = folder.NewPath("data");
        (await Shell.RunAsync("clock", "advance", "3d", "--data", none)).ShouldFail(1, "No server with a manual clock");
    }
}
