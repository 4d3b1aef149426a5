vavSearch.receive("sv","n-eff852ceab54",'[[0,"Ågrens åkeri","ÅÅ"]]');
