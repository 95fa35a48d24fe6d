using System.Text.Json;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Design;

/// <summary>The calls of the editors: who may, what a save answers, who else is there.</summary>
public sealed class DocumentEndpointsTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Designer = "luchengzhi";
    private const string Supervisor = "fangjingyi";
    private const string Clerk = "linxiaoyun";

    [Fact]
    public async Task A_document_is_made_read_saved_and_guarded()
    {
        using var designer = await DesignClient.OpenAsync(server, Designer);
        var id = await designer.CreateAsync("process", "现场核查");
        var (status, document) = await designer.SendAsync("GET", $"documents/{id}");
        status.ShouldBe(200);
        Text(document, "id").ShouldBe(id);
        Text(document, "kind").ShouldBe("process");
        Text(document, "changedBy").ShouldBe("陆承志");
        document.GetProperty("mayChange").GetBoolean().ShouldBeTrue();
        document.GetProperty("deployed").ValueKind.ShouldBe(JsonValueKind.Null);
        document
            .GetProperty("forms")
            .EnumerateArray()
            .Select(each => Text(each, "formId"))
            .ShouldContain("hygiene-apply");
        document
            .GetProperty("processes")
            .EnumerateArray()
            .Select(each => Text(each, "processId"))
            .ShouldContain("committed");

        var changed = Text(document, "content").Replace("name=\"审查\"", "name=\"核查\"", StringComparison.Ordinal);
        var (saved, answer) = await designer.SendAsync(
            "PUT",
            $"documents/{id}",
            new
            {
                revision = 1,
                content = changed,
                name = "现场核查二",
            }
        );
        saved.ShouldBe(200);
        answer.GetProperty("revision").GetInt32().ShouldBe(2);

        var (late, theirs) = await designer.SendAsync(
            "PUT",
            $"documents/{id}",
            new { revision = 1, content = changed.Replace("核查", "勘验", StringComparison.Ordinal) }
        );
        late.ShouldBe(409);
        theirs.GetProperty("revision").GetInt32().ShouldBe(2);
        Text(theirs, "changedBy").ShouldBe("陆承志");
        Text(theirs, "sentence").ShouldStartWith("别人在您之后保存过");
        var (_, after) = await designer.SendAsync("GET", $"documents/{id}");
        Text(after, "content").ShouldBe(changed);
        Text(after, "name").ShouldBe("现场核查二");
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", "文档类型")]
    [InlineData("<bpmn", "读不下去")]
    public async Task Hostile_and_broken_content_leaves_the_draft_untouched(string content, string words)
    {
        using var designer = await DesignClient.OpenAsync(server, Designer);
        var id = await designer.CreateAsync("process", "不变 " + words);
        var (status, answer) = await designer.SendAsync("PUT", $"documents/{id}", new { revision = 1, content });
        status.ShouldBe(400);
        Text(answer, "sentence").ShouldContain(words);
        (await designer.SendAsync("GET", $"documents/{id}")).Answer.GetProperty("revision").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Twenty_megabytes_are_refused_with_a_sentence()
    {
        using var designer = await DesignClient.OpenAsync(server, Designer);
        var id = await designer.CreateAsync("form", "很大");
        var content = new string('x', 20 * 1024 * 1024);
        var (status, answer) = await designer.SendAsync("PUT", $"documents/{id}", new { revision = 1, content });
        status.ShouldBe(400);
        Text(answer, "sentence").ShouldContain("4 MB");

        (await designer.SendAsync("GET", $"documents/{id}")).Answer.GetProperty("revision").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Scenarios_belong_to_their_process()
    {
        using var designer = await DesignClient.OpenAsync(server, Designer);
        var id = await designer.CreateAsync("process", "有场景");
        const string Content = """{"model":"有场景.bpmn","scenarios":[]}""";
        var (status, made) = await designer.SendAsync(
            "POST",
            $"documents/{id}/scenarios",
            new { name = "一切顺利", content = Content }
        );
        status.ShouldBe(201);
        var scenario = Text(made, "id");
        var (_, document) = await designer.SendAsync("GET", $"documents/{id}");
        Text(document.GetProperty("scenarios")[0], "content").ShouldBe(Content);

        var (saved, _) = await designer.SendAsync(
            "PUT",
            $"documents/{id}/scenarios/{scenario}",
            new { revision = 1, content = Content.Replace("[]", "[ ]", StringComparison.Ordinal) }
        );
        saved.ShouldBe(200);
        var other = await designer.CreateAsync("process", "别的");
        (await designer.SendAsync("DELETE", $"documents/{other}/scenarios/{scenario}")).Status.ShouldBe(404);
        (await designer.SendAsync("DELETE", $"documents/{id}/scenarios/{scenario}")).Status.ShouldBe(204);
        (await designer.SendAsync("GET", $"documents/{id}"))
            .Answer.GetProperty("scenarios")
            .GetArrayLength()
            .ShouldBe(0);
    }

    [Fact]
    public async Task The_second_editor_is_told_of_the_first()
    {
        using var designer = await DesignClient.OpenAsync(server, Designer);
        using var supervisor = await DesignClient.OpenAsync(server, Supervisor);
        var id = await designer.CreateAsync("form", "两人");
        (await designer.SendAsync("POST", $"documents/{id}/presence"))
            .Answer.GetProperty("others")
            .GetArrayLength()
            .ShouldBe(0);
        var (status, answer) = await supervisor.SendAsync("POST", $"documents/{id}/presence");
        status.ShouldBe(200);
        Text(answer.GetProperty("others")[0], "name").ShouldBe("陆承志");
        (await designer.SendAsync("POST", $"documents/{id}/presence"))
            .Answer.GetProperty("others")
            .GetArrayLength()
            .ShouldBe(0);
    }

    [Fact]
    public async Task Supervisors_look_and_everybody_else_is_refused()
    {
        using var designer = await DesignClient.OpenAsync(server, Designer);
        using var supervisor = await DesignClient.OpenAsync(server, Supervisor);
        using var clerk = await DesignClient.OpenAsync(server, Clerk);
        using var stranger = await DesignClient.OpenAsync(server, null);
        var id = await designer.CreateAsync("process", "权限");
        (string Method, string Path, object? Body)[] calls =
        [
            (
                "POST",
                "documents",
                new
                {
                    kind = "form",
                    name = "x",
                    folder = "",
                }
            ),
            ("PUT", $"documents/{id}", new { revision = 1, content = "" }),
            ("POST", $"documents/{id}/scenarios", new { name = "x", content = "{}" }),
            ("PUT", $"documents/{id}/scenarios/1", new { revision = 1, content = "" }),
            ("DELETE", $"documents/{id}/scenarios/1", null),
        ];
        foreach (var (method, path, body) in calls)
        {
            (await supervisor.SendAsync(method, path, body)).Status.ShouldBe(403, $"{method} {path}");
            (await clerk.SendAsync(method, path, body)).Status.ShouldBe(403, $"{method} {path}");
            var (status, answer) = await stranger.SendAsync(method, path, body);
            status.ShouldBe(401, $"{method} {path}");
            Text(answer, "sentence").ShouldNotBeEmpty();
            (await designer.SendAsync(method, path, body, withToken: false)).Status.ShouldBe(400, $"{method} {path}");
        }

        var (seen, document) = await supervisor.SendAsync("GET", $"documents/{id}");
        seen.ShouldBe(200);
        document.GetProperty("mayChange").GetBoolean().ShouldBeFalse();
        document.GetProperty("revision").GetInt32().ShouldBe(1);
        (await clerk.SendAsync("GET", $"documents/{id}")).Status.ShouldBe(403);
        (await stranger.SendAsync("GET", $"documents/{id}")).Status.ShouldBe(401);
        (await designer.SendAsync("GET", "documents/1")).Status.ShouldBe(404);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
