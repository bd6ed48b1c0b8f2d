using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Answers;

/// <summary>F21. The service did the work and sent no body: the result is asked for, and the work is not done again.</summary>
public sealed class WorkWithoutAnAnswerTests
{
    [Theory]
    [InlineData(204, "")]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    public async Task AChange_WithoutABody_GivesTheItem(int status, string body)
    {
        await using var service = new ScriptedService(request => request.Method == "PATCH"
            ? Answer.Json(body, status)
            : request.Is("GET", "/drives/d/items/f") ? Answer.Json("""{"id":"f","name":"new"}""") : null);
        using var client = FieldClient.Create(service);

        var item = await client.Items.UpdateAsync(AnswerCase.Folder, new ItemChanges { Name = "new" });

        Assert.Equal("new", item.Name);
        Assert.Equal(1, service.Count("PATCH", "/f"));
    }

    [Fact]
    public async Task AChangeOfAName_ByPath_IsFoundUnderTheNewOne()
    {
        await using var service = new ScriptedService(request => request.Method == "PATCH"
            ? Answer.Of(204)
            : request.Is("GET", "/root:/a/new") || request.Is("GET", "/root:/a/new:") ? Answer.Json("""{"id":"f","name":"new"}""") : null);
        using var client = FieldClient.Create(service);

        var item = await client.Items.UpdateAsync(DriveAddress.Me.Path("/a/old"), new ItemChanges { Name = "new" });

        Assert.Equal("f", item.Id);
        Assert.Empty(service.Unexpected);
    }

    [Fact]
    public async Task AFolder_WithoutABody_IsFoundByItsLocation()
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request => request.Method == "POST"
            ? Answer.Of(201).With("Location", service.At("v1.0/drives/d/items/made").AbsoluteUri)
            : request.Is("GET", "/items/made") ? Answer.Json("""{"id":"made"}""") : null);
        using var client = FieldClient.Create(service);

        var folder = await client.Items.CreateFolderAsync(
            AnswerCase.Folder, "x", new CreateFolderOptions { Conflict = ConflictBehavior.Rename });

        Assert.Equal("made", folder.Id);
    }

    [Theory]
    [InlineData(ConflictBehavior.Fail)]
    [InlineData(ConflictBehavior.Replace)]
    public async Task AFolder_WithoutABody_IsFoundByItsName(ConflictBehavior conflict)
    {
        await using var service = new ScriptedService(request => request.Method == "POST"
            ? Answer.Of(201).With("Location", "https://elsewhere.example/steal")
            : request.Is("GET", "/items/f:/x") || request.Is("GET", "/items/f:/x:") ? Answer.Json("""{"id":"made"}""") : null);
        using var client = FieldClient.Create(service);

        var folder = await client.Items.CreateFolderAsync(AnswerCase.Folder, "x", new CreateFolderOptions { Conflict = conflict });

        Assert.Equal("made", folder.Id);
        Assert.Equal(1, service.Count("POST", "/children"));
    }

    [Fact]
    public async Task AFolder_UnderANameOfTheService_IsAnErrorThatSaysItWasDone()
    {
        await using var service = new ScriptedService(request => request.Method == "POST" ? Answer.Of(201) : null);
        using var client = FieldClient.Create(service);

        var exception = await Assert.ThrowsAsync<OneDriveConnectionException>(() => client.Items.CreateFolderAsync(
            AnswerCase.Folder, "x", new CreateFolderOptions { Conflict = ConflictBehavior.Rename }));

        Assert.False(exception.IsTransient);
        Assert.Contains("completed the operation", exception.Message, StringComparison.Ordinal);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task AStepOfABatch_WithoutABody_IsNotTransient()
    {
        await using var answer = new AnswerCase(Answer.Json("""{"responses":[{"id":"1","status":204}]}"""));
        var batch = new BatchRequest();
        var step = batch.Update(AnswerCase.Folder, new ItemChanges { Name = "new" });

        await answer.Client.Batch.SendAsync(batch);

        Assert.False(step.Error!.IsTransient);
        Assert.Contains("completed the operation", step.Error.Message, StringComparison.Ordinal);
    }
}
