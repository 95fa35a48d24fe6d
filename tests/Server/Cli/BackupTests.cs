using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Approvals.Server.Tests.Cli;

[Collection(OneCase.Name)]
public sealed class BackupTests(OneCaseFolder folder)
{
    [Fact]
    public async Task A_backup_of_a_running_server_restores_to_the_same_platform()
    {
        var data = folder.Copy();
        var backup = folder.NewPath("backup.tar.gz");
        var restored = folder.NewPath("restored");
        await using (var server = await RunningServer.StartAsync(data, "--clock", "manual"))
        {
            var made = (await Shell.RunAsync("backup", backup, "--data", data, "--json")).ShouldSucceed().Json;
            made.GetProperty("bytes").GetInt64().ShouldBe(new FileInfo(backup).Length);
            (await server.StopAsync()).ShouldBe(0);
        }

        var done = (await Shell.RunAsync("restore", backup, "--data", restored, "--json")).ShouldSucceed().Json;
        done.GetProperty("data").GetString().ShouldBe(restored);

        // The instant of the last time stamp goes on with the server; numbers after a restore are new ones all the same.
        var stamped = (string file) => Path.GetExtension(file) == ".sequence";
        FilesOf(restored, "keys").ShouldContain(file => stamped(file));
        foreach (
            var file in FilesOf(data, "blobs")
                .Concat(FilesOf(data, "keys"))
                .Where(file => !stamped(file))
                .Append("clock")
        )
        {
            File.ReadAllBytes(Path.Combine(restored, file)).ShouldBe(File.ReadAllBytes(Path.Combine(data, file)));
        }

        var before = (await Shell.RunAsync("verify", "--data", data, "--json")).ShouldSucceed();
        // The published log is outside of a backup: a server publishes again what the journal holds.
        var after = (await Shell.RunAsync("verify", "--data", restored, "--json")).ShouldSucceed();
        Counts(after).ShouldBe(Counts(before));
        ShouldBeOfItsOwnerAlone(Path.Combine(restored, "platform.db"));
        await using var again = await RunningServer.StartAsync(restored, "--clock", "manual");
        using var client = new HttpClient { BaseAddress = new Uri(again.Url) };
        (await client.GetAsync("/", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    private static IEnumerable<string> Counts(Answer verified) =>
        verified
            .Json.EnumerateObject()
            .Where(count => count.Name != "published")
            .Select(count => $"{count.Name} {count.Value}");

    [Fact]
    public async Task A_backup_is_for_its_owner_alone_and_never_overwrites()
    {
        var data = folder.Copy();
        var backup = folder.NewPath("backup.tar.gz");
        (await Shell.RunAsync("backup", backup, "--data", data)).ShouldSucceed();
        ShouldBeOfItsOwnerAlone(backup);
        Directory.GetFiles(Path.GetDirectoryName(backup)!, Path.GetFileName(backup) + "*").ShouldBe([backup]);

        (await Shell.RunAsync("backup", backup, "--data", data)).ShouldFail(1, "exists already");
        (await Shell.RunAsync("backup", backup + "2", "--data", data + "-none")).ShouldFail(
            1,
            "There is no platform in"
        );
        (await Shell.RunAsync("backup", "/no/such/folder/b.tar.gz", "--data", data)).ShouldFail(
            1,
            "There is no folder"
        );
    }

    [Fact]
    public async Task Restore_leaves_a_folder_with_anything_in_it_alone()
    {
        var data = folder.Copy();
        var backup = folder.NewPath("backup.tar.gz");
        (await Shell.RunAsync("backup", backup, "--data", data)).ShouldSucceed();

        (await Shell.RunAsync("restore", backup, "--data", data)).ShouldFail(1, "is not empty");
        (await Shell.RunAsync("restore", backup + "2", "--data", data)).ShouldFail(1, "There is no file");

        var empty = Directory.CreateDirectory(folder.NewPath("empty")).FullName;
        (await Shell.RunAsync("restore", backup, "--data", empty)).ShouldSucceed();
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("blobs/../../outside")]
    [InlineData("/tmp/outside")]
    [InlineData("keys/")]
    [InlineData("lock")]
    [InlineData("server.json")]
    public async Task An_archive_that_holds_anything_else_is_refused(string name)
    {
        var entry = new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream("x"u8.ToArray()) };
        await RefusesAsync(Archive(entry), "is no backup of ours: it holds " + name);
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    public async Task An_archive_with_links_is_refused(TarEntryType type) =>
        await RefusesAsync(
            Archive(new PaxTarEntry(type, "keys/link") { LinkName = "/etc/passwd" }),
            "it holds keys/link"
        );

    [Fact]
    public async Task What_is_no_archive_or_a_part_of_one_is_refused()
    {
        await RefusesAsync(Encoding.UTF8.GetBytes("no archive at all"), "The restore failed and left nothing");
        var clock = new PaxTarEntry(TarEntryType.RegularFile, "clock")
        {
            DataStream = new MemoryStream("x"u8.ToArray()),
        };
        await RefusesAsync(Archive(clock), "it holds no platform.db");
        await RefusesAsync(Archive(), "The restore failed and left nothing");

        var data = folder.Copy();
        var backup = folder.NewPath("backup.tar.gz");
        (await Shell.RunAsync("backup", backup, "--data", data)).ShouldSucceed();
        var bytes = await File.ReadAllBytesAsync(backup, TestContext.Current.CancellationToken);
        await RefusesAsync(bytes[..(bytes.Length / 2)], "The restore failed and left nothing");
    }

    private async Task RefusesAsync(byte[] archive, string sentence)
    {
        var file = folder.NewPath("hostile.tar.gz");
        var target = folder.NewPath("target");
        await File.WriteAllBytesAsync(file, archive, TestContext.Current.CancellationToken);

        (await Shell.RunAsync("restore", file, "--data", target)).ShouldFail(1, sentence);

        Directory.Exists(target).ShouldBeFalse();
        Directory.Exists(target + ".restoring").ShouldBeFalse();
        File.Exists(Path.Combine(Path.GetDirectoryName(target)!, "outside")).ShouldBeFalse();
    }

    private static void ShouldBeOfItsOwnerAlone(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static byte[] Archive(params TarEntry[] entries)
    {
        var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(packed))
        {
            foreach (var entry in entries)
            {
                tar.WriteEntry(entry);
            }
        }

        return bytes.ToArray();
    }

    private static List<string> FilesOf(string data, string name)
    {
        var files = Directory.GetFiles(Path.Combine(data, name), "*", SearchOption.AllDirectories);
        files.ShouldNotBeEmpty();
        return [.. files.Select(file => Path.GetRelativePath(data, file))];
    }
}
